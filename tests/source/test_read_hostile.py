"""Whatever the bytes, reading ends soon, and in a document or in findings."""

import subprocess
import sys

import pytest

from cjm_cli.source import read

MANY = 20_000
REPEATED = [
    *("[", "{", "- ", "? ", "a: ", ",", ": ", "[{", "- [", "a:\n ", "- - ", "]", "}", "[]", "{},"),
    *("&a ", "*a ", "*a", "&a [", "*a : b\n", "<<: *a\n", "!", "!a ", "!!str ", "%", "%a\n", "%TAG !a! x\n"),
    *(
        "%YAML 1.2\n",
        "%TAG !a! x\u2028",
        "---\n",
        "...\n",
        "--- ",
        '"',
        "'",
        '"\\',
        "|",
        ">",
        "|\n ",
        "#",
        " #",
        "@",
        "`",
    ),
    *("\n", " ", "\t", "\r", "\r\n", "\x85", "\u2028", "\ufeff", "a", "a\n", "a b ", "é", "日", "😀", "\\", "~\n"),
    *("1", "0x1", "0o7", "1e9", "1_", ".", "-", "-\n", "?\n", ":\n", "- a\n", "? a\n", ": a\n", "a: a\n"),
]
ODD = {
    "control character": b"a: \x01",
    "null byte": b"a\0: b",
    "half a character": "日".encode()[:2],
    "overlong": b"\xc0\xaf",
    "encoded surrogate": b"\xed\xa0\x80",
    "beyond Unicode": b"\xf4\x90\x80\x80",
    "odd UTF-16": "a: b".encode("utf-16")[:-1],
    "bare mark of UTF-16": b"\xff\xfe",
    "surrogate escape": b'a: "\\uD800"',
    "escape beyond Unicode": b'a: "\\UFFFFFFFF"',
    "half an escape": b'a: "\\u12',
    "tag escape": b"a: !%ff%fe x",
    "tag escape of a surrogate": b"a: !%ED%A0%80 x",
    "half a tag escape": b"a: !%4",
    "huge YAML version": b"%YAML 1." + b"9" * 5000 + b"\n--- a",
    "no YAML version": b"%YAML\n--- a",
    "old YAML": b"%YAML 1.1\n---\na: no",
    "half a TAG directive": b"%TAG !",
    "directive at the end": b"a: b\n...\n%TAG ! x",
    "huge indentation indicator": b"a: |99999999999999999999\n b",
    "huge integer": b"a: " + b"9" * 100_000,
    "huge hexadecimal": b"a: 0x" + b"f" * 100_000,
    "huge exponent": b"a: 1e" + b"9" * 5000,
    "huge key": b"a" * 5000 + b": b",
    "huge anchor": b"a: &" + b"a" * 5000 + b" b",
    "huge tag": b"a: !" + b"a" * 5000 + b" b",
    "key that is a list": b"? [a]\n: b",
    "key that is an alias of a mapping": b"a: &a {b: c}\n*a : d",
    "comment in flow": b"{a: #}\n b}",
    "value is itself": b"&a [*a]",
    "mapping is its own key": b"&a {*a : b}",
    "merge of itself": b"a: &a\n  <<: *a",
    "merge of nothing": b"<<: ",
    "merge of merges": b"<<: {<<: {<<: {a: b}}}",
    "merge twice": b"<<: {a: b}\n<<: {c: d}",
    "empty tagged": b"!!map",
    "anchor and tag only": b"- &a !!str\n- !!null &b\n- *b",
    "comment after block header": b"a: | # x\n  b",
    "document end in flow": b"[a\n...\n]",
    "question marks": b"? ? ? a",
    "colons in flow": b"[a: b: c, ::, :a]",
    "mapping entry in a list": b"[a: b, c]",
    "tab after dash": b"-\ta\n- \tb",
    "only a colon": b":",
    "python object": b"!!python/object/apply:os.system ['true']",
    "many keys": b"".join(b"k%d: v\n" % number for number in range(MANY)),
    "many anchors": b"".join(b"- &a%d x\n" % number for number in range(MANY)),
    "aliases of aliases": b"a0: &a0 [x]\n"
    + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 100)),
    "merges of merges": b"a0: &a0 {k: v}\n"
    + b"".join(b"a%d: &a%d {<<: [*a%d, *a%d], k%d: v}\n" % (n, n, n - 1, n - 1, n) for n in range(1, 100)),
}
INPUTS = {f"many {text!a}": (text * MANY).encode() for text in REPEATED}
INPUTS |= {f"text, then many {text!a}": b"a: b\nc: " + (text * MANY).encode() for text in REPEATED}
INPUTS |= ODD


@pytest.mark.parametrize("name", INPUTS)
def test_reading_never_raises(name):
    document, findings = read("a.yaml", INPUTS[name])
    assert (document is None) == bool(findings)
    for finding in findings[:100]:
        assert finding.message.isprintable()
        assert finding.location.span.line >= 1
    if document is not None:
        assert document.span(()).line >= 1


def run(script):
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("text", ["[", "{a: ", "- ", "[{a: ", "? "])
def test_no_depth_exhausts_the_stack(text):
    script = f"from cjm_cli.source import read; print(read('a.yaml', b{text!r} * 100_000)[1][0].rule)"
    result = run(script)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.strip() in {"unreadable-file", "yaml-syntax"}


def test_without_the_parser_in_c_the_other_one_reads_everything():
    script = """
import sys
sys.modules.update(dict.fromkeys(["_ruamel_yaml", "_ruamel_yaml_clibz"]))
from cjm_cli.source import read
from cjm_cli.source.events import fast_parser_exists
assert not fast_parser_exists()
print(read("a.yaml", b"a: [b, {c: 1}]")[0].data)
print(read("a.yaml", b"a: b: c")[1][0].rule)
"""
    result = run(script)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines() == ["{'a': ['b', {'c': '1'}]}", "yaml-syntax"]


def test_importing_does_not_load_the_parser():
    result = run("import sys, cjm_cli.source; print(any('ruamel' in name for name in sys.modules))")
    assert result.stdout.strip() == "False"
