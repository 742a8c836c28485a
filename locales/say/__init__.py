"""What is answered to the asker at once: each function gives one Outgoing from facts. A module a feature of `bot`."""
