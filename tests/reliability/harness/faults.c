/* Fails the n-th write, sync or truncation of files under a folder; loaded with LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long countdown = 0; /* 0: off; 1: the next one fails */
static int failing = 0, number = ENOSPC, lasting = 0;
static long hits = 0, seen = 0;

void faults_set(long next, int error, int stays) {
    countdown = next; number = error; lasting = stays; failing = 0; hits = 0; seen = 0;
}
long faults_hit(void) { return hits; }
long faults_seen(void) { return seen; }

static int is_ours(int fd) {
    char link[64], path[4096];
    const char *under = getenv("FAULTS_UNDER");
    if (!under) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return strncmp(path, under, strlen(under)) == 0;
}

static int fails(int fd) {
    if (!is_ours(fd)) return 0;
    seen++;
    if (!countdown && !failing) return 0;
    if (failing || --countdown == 0) {
        failing = lasting;
        hits++;
        errno = number;
        return 1;
    }
    return 0;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *from, size_t size) {
    return fails(fd) ? -1 : REAL(write)(fd, from, size);
}
ssize_t pwrite(int fd, const void *from, size_t size, off_t at) {
    return fails(fd) ? -1 : REAL(pwrite)(fd, from, size, at);
}
ssize_t pwrite64(int fd, const void *from, size_t size, off64_t at) {
    return fails(fd) ? -1 : REAL(pwrite64)(fd, from, size, at);
}
int fsync(int fd) { return fails(fd) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fails(fd) ? -1 : REAL(fdatasync)(fd); }
int ftruncate(int fd, off_t size) { return fails(fd) ? -1 : REAL(ftruncate)(fd, size); }
int ftruncate64(int fd, off64_t size) { return fails(fd) ? -1 : REAL(ftruncate64)(fd, size); }
