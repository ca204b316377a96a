"""The Qt palette made from the tokens, for whatever the style sheet does not reach."""

from PySide6.QtGui import QColor, QPalette

from mentordesk.ui.theme_tokens import Tokens

_Role = QPalette.ColorRole


def make_palette(tokens: Tokens) -> QPalette:
    """Return a palette with every role set, for all three colour groups."""
    palette = QPalette()
    for role, colour in _roles(tokens).items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.quiet))
    disabled = {_Role.Base: tokens.ground, _Role.Button: tokens.ground, _Role.Link: tokens.quiet}
    for role, colour in disabled.items():
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colour))
    return palette


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: tokens.ground,
        _Role.WindowText: tokens.ink,
        _Role.Base: tokens.surface,
        _Role.AlternateBase: tokens.ground,
        _Role.Text: tokens.ink,
        _Role.PlaceholderText: tokens.quiet,
        _Role.Button: tokens.surface,
        _Role.ButtonText: tokens.ink,
        _Role.BrightText: tokens.attention,
        _Role.ToolTipBase: tokens.ink,
        _Role.ToolTipText: tokens.ground,
        _Role.Highlight: tokens.accent_soft,
        _Role.HighlightedText: tokens.ink,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.action,
        _Role.LinkVisited: tokens.action,
        _Role.Light: tokens.surface,
        _Role.Midlight: tokens.hairline,
        _Role.Mid: tokens.hairline,
        _Role.Dark: tokens.edge,
        _Role.Shadow: tokens.edge,
    }
