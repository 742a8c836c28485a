"""What a browser or a monitor can ask: `app` is one ASGI app with `/health`, and in the demo the local chat page on it.

`page` is the way in, says who may come, and can be loaded without NiceGUI, as `app` can;
`messenger` is the open chat, `panes` what stands beside it.
"""
