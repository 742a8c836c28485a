"""With whom we speak: the conversation, its channels and the command line."""
