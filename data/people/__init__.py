"""Who speaks in which chat: joining and leaving, what came in, what was offered, and forgetting a person."""
