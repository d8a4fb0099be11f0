"""The signs that are no digit, as the templates label them: the characters some of them are, and words for the rest.

A Latin letter's label is the letter itself. A letter of another script is labelled by its name and shown as what it is,
the same in every language; what is not a character has an English name that other languages translate.
"""

from ..errors import N_


def _characters(script: str, names: str, characters: str) -> dict[str, str]:
    """Return characters by label: the script, where its letters' names are not unique, and the letter's own name."""
    return {f"{script} {name}".strip(): sign for name, sign in zip(names.split(), characters, strict=True)}


CHARACTERS = {
    "a with dots": "ä", "e with an accent": "é", "n with a tilde": "ñ", "u with dots": "ü",
    "i with a breve": "Й", "lam alef": "لا", "ta marbuta": "ة",
    **_characters("", "alpha beta gamma delta epsilon zeta theta lambda mu xi", "αβγδεζθλμξ"),
    **_characters("", "pi rho sigma tau phi chi psi omega", "πρστφχψω"),
    **_characters("", "zhe sha shcha yu de ya tse el yery ef pe yo te", "ЖШЩЮДЯЦЛЫФПЁТ"),
    **_characters("Cyrillic", "i", "И"),
    **_characters("", "alef shin bet he het mem tsadi ayin", "אשבהחמצע"),
    **_characters("", "seen jeem ba sad noon ayn ha", "سجبصنعه"),
    **_characters("Devanagari", "ka ma ta na la", "कमतनल"),
    **_characters("Hangul", "ga na han siot pieup hieut bieup", "가나한ㅅㅍㅎㅂ"),
    **_characters("Hangul", "nieun digeut jieut chieut tieut a", "ㄴㄷㅈㅊㅌㅏ"),
    **_characters("hiragana", "a i u e o ka ki ku ke ko sa shi su se so", "あいうえおかきくけこさしすせそ"),
    **_characters("hiragana", "ta tsu te to na ni nu ne no ha hi fu he ho", "たつてとなにぬねのはひふへほ"),
    **_characters("hiragana", "ma mi mu me mo ya yu yo ri re wa wo n", "まみむめもやゆよりれわをん"),
    **_characters("katakana", "a i u e o ka ki ku ke ko sa shi su se so", "アイウエオカキクケコサシスセソ"),
    **_characters("katakana", "ta chi tsu te to na ni nu ne ha hi he ho", "タチツテトナニヌネハヒヘホ"),
    **_characters("katakana", "ma mi mu me mo ya yu ra ri ru re n", "マミムメモヤユラリルレン"),
}  # fmt: skip

WORDS = frozenset({
    # written
    N_("kanji"), N_("number and letter"), N_("one half"), N_("word"),
    # things
    N_("aeroplane"), N_("apple"), N_("bird"), N_("boat"), N_("bow"), N_("butterfly"), N_("car"),
    N_("cat"), N_("cloud"), N_("comb"), N_("crown"), N_("cup"), N_("dog"), N_("envelope"), N_("eye"), N_("fish"),
    N_("flower"), N_("glass"), N_("glasses"), N_("hand"), N_("heart"), N_("house"), N_("key"), N_("ladder"), N_("leaf"),
    N_("lightning"), N_("lollipop"), N_("moon"), N_("mountains"), N_("mushroom"), N_("rabbit"), N_("sad face"),
    N_("smiley face"), N_("snail"), N_("star"), N_("stick figure"), N_("sun"), N_("tree"), N_("turtle"),
    N_("umbrella"), N_("window"),
    # shapes
    N_("arrow"), N_("blot"), N_("box"), N_("check mark"), N_("cross"), N_("cube"), N_("diamond"), N_("dots"),
    N_("grid"), N_("loops"), N_("peace sign"), N_("power sign"), N_("ring"), N_("rings"), N_("scribble"), N_("spiral"),
    N_("strokes"), N_("tally"), N_("target"), N_("triangle"), N_("wave"), N_("waves"), N_("zigzag"),
    # punctuation and money
    N_("ampersand"), N_("asterisk"), N_("at sign"), N_("bracket"), N_("brackets"), N_("caret"), N_("cent"),
    N_("copyright"), N_("dollar"), N_("euro"), N_("exclamation mark"), N_("hash"), N_("percent"), N_("pound"),
    N_("question mark"), N_("quotation marks"), N_("rupee"), N_("section sign"), N_("semicolon"), N_("slash"),
    N_("yen"),
    # mathematics
    N_("almost equal"), N_("degree Celsius"), N_("division sign"), N_("element of"), N_("equals"), N_("for all"),
    N_("greater or equal"), N_("infinity"), N_("integral"), N_("less or equal"), N_("minus"), N_("not equal"),
    N_("plus"), N_("plus minus"), N_("root"), N_("sum"), N_("therefore"),
    # music
    N_("bass clef"), N_("flat"), N_("natural"), N_("note"), N_("notes"), N_("rest"), N_("sharp"), N_("treble clef"),
})  # fmt: skip
