"""No secret leaves, whichever way it is spelt; and what is no secret stays readable."""

import json
from urllib.parse import quote

import pytest

from bot.masking import Mask

TOKEN = "42:AAE-very_secret-half"
POSTGRES = "postgresql://nv:p@ss/w%C3%B6rd@db.example:5432/nhacviec"
QUERY = "postgresql://db.example/nhacviec?user=nv&password=ge%2Fheim1"
PROXY = "http://nv:geheim@proxy.example:3128"
NO_SCHEME = "nv:geheim@proxy.example:3128"


@pytest.mark.parametrize(
    ("secret", "said", "masked"),
    [
        (TOKEN, f"the token is {TOKEN}.", "the token is ***."),
        (TOKEN, "half of it: AAE-very_secret-half!", "half of it: ***!"),
        (TOKEN, "https://x/file/bot42%3aAAE-very_secret-half/a.pdf", "https://x/file/bot***/a.pdf"),
        (TOKEN, "a bot has the id 42", "a bot has the id 42"),
        (POSTGRES, f"cannot parse {POSTGRES}", "cannot parse ***"),
        (POSTGRES, "no host 'ss/w%C3%B6rd@db.example'", "no host 'ss/w%C3%B6rd@db.example'"),
        (POSTGRES, "password p@ss/wörd", "password ***"),
        (POSTGRES, f"password {quote('p@ss/wörd', safe='')}", "password ***"),
        (POSTGRES, f"password {json.dumps('p@ss/wörd')}", 'password "***"'),
        (POSTGRES, f"password {'p@ss/wörd'!a}", "password '***'"),
        (QUERY, "password ge/heim1 or ge%2Fheim1 or ge%2fheim1", "password *** or *** or ***"),
        (QUERY, "user nv at db.example/nhacviec", "user nv at db.example/nhacviec"),
        (PROXY, f"{PROXY} and geheim, at proxy.example", "*** and ***, at proxy.example"),
        (NO_SCHEME, f"Unknown scheme for proxy URL URL('{NO_SCHEME}')", "Unknown scheme for proxy URL URL('***')"),
        (NO_SCHEME, "geheim", "***"),
        ("pass/word", "pass/word pass%2Fword password", "*** *** password"),
        ("quo\"te'd\\", json.dumps("quo\"te'd\\") + repr("quo\"te'd\\"), "\"***\"'***'"),
        # What is no secret.
        ("postgresql://db.example/nhacviec", "postgresql://db.example/nhacviec", "postgresql://db.example/nhacviec"),
        ("sqlite:///var/nhacviec.db", "sqlite:///var/nhacviec.db", "sqlite:///var/nhacviec.db"),
        ("https://api.telegram.org", "https://api.telegram.org", "https://api.telegram.org"),
        ("postgresql://nhacviec:nhacviec@h/x", "nhacviec units list", "nhacviec units list"),
        ("postgresql://nhacviec:nhacviec@h/x", "postgresql://nhacviec:nhacviec@h/x", "***"),
        ("postgresql://nv:a1@h/x", "a1 nv:a1@h", "a1 nv***h"),
        ("", "nothing to hide", "nothing to hide"),
    ],
)
def test_a_secret_is_hidden_by_its_value(secret: str, said: str, masked: str) -> None:
    assert Mask([secret]).text(said) == masked


def test_in_json_every_string_is_masked_and_nothing_else_is_touched() -> None:
    said = {"geheim": ["x geheim", 1, None, True, {"y": ("geheim",)}], "n": 2.5}
    assert Mask([PROXY]).value(said) == {"geheim": ["x ***", 1, None, True, {"y": ["***"]}], "n": 2.5}
