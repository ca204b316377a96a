; Makes an installer for Windows from the folder that `make package` builds there, with Inno Setup 6:
;   iscc /DVersion=0.1.0 packaging\windows\mentordesk.iss
; For one user, without administrator rights. Not tried yet: see packaging/README.md.
#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0
#endif

[Setup]
AppId=org.mentordesk.MentorDesk
AppName=MentorDesk
AppVersion={#Version}
AppPublisher=The MentorDesk authors
DefaultDirName={autopf}\MentorDesk
PrivilegesRequired=lowest
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=mentordesk-{#Version}-setup
ChangesAssociations=yes
WizardStyle=modern

[Files]
Source: "..\..\dist\mentordesk\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\MentorDesk"; Filename: "{app}\mentordesk-window.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.mentordesk"; ValueType: string; ValueData: "MentorDesk.File"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\MentorDesk.File"; ValueType: string; ValueData: "MentorDesk file"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\MentorDesk.File\DefaultIcon"; ValueType: string; ValueData: "{app}\mentordesk-window.exe,0"
Root: HKA; Subkey: "Software\Classes\MentorDesk.File\shell\open\command"; ValueType: string; ValueData: """{app}\mentordesk-window.exe"" ""%1"""
