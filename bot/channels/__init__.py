"""Ways to chats. A channel turns what comes in into Incoming, gives back what is answered, and delivers Outgoing."""
