"""A plan on its way: a document → draft → saved Plan, its Questions, who has which part in it."""
