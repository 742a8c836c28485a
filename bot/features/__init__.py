"""What each command does: Ask → replies, inside the conversation's one transaction."""
