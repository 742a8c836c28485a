"""Zalo: heard by long polling or webhook, spoken to at its pace. `channel` joins the others; read it first."""
