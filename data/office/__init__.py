"""What Nội vụ does about what is owed: looks through, urges, hands over, lets the leaders know."""
