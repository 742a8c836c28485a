"""What a browser or a monitor can ask: one ASGI app with `/health`, and in the demo the local chat page."""
