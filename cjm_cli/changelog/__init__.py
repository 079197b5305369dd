"""What changed for the customer, by journey, between the tags of a repository."""
