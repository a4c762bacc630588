"""Character sets by charset-normalizer (extra `charset`, and part of extra `html`)."""

from __future__ import annotations

import charset_normalizer

# enough for it to be sure; more costs time alone
_SAMPLE = 100_000
# scripts that bytes alone tell apart; between Western code pages its choice is no better than chance
_CANDIDATES = [
    "cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "cp1253", "iso8859_7", "cp1255", "cp1256", "iso8859_6",
    "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "cp874",
]  # fmt: skip


def encoding(data: bytes) -> str | None:
    """The character set of a text that holds words in another script, by Python's name; None where unsure.

    >>> encoding("Паром затонул у острова, сообщила береговая охрана.".encode("cp1251"))
    'cp1251'
    """
    best = charset_normalizer.from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES, enable_fallback=False).best()
    return best.encoding if best else None
