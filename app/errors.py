"""The tree of named errors.

    EightByEightError                     anything this program says no to
    ├── InputError                        what a visitor sent cannot be read
    │   ├── BadRequest        bad_request   the request itself is malformed
    │   ├── TooLarge          too_large     more bytes or pixels than the limits
    │   ├── NotAnImage        not_an_image  the bytes are no whole, still picture
    │   ├── Blank             blank         no ink on the paper
    │   └── TooMany           too_many      past the rate limit
    ├── ModelError                        what lies in models/ cannot be trusted
    │   ├── MissingModel                    a file is not there
    │   ├── AlteredModel                    a file's checksum is not the card's
    │   ├── ForeignModel                    it belongs to another scikit-learn
    │   └── StaleModel                      it learnt by another road from picture to numbers
    └── SettingError                      an environment variable makes no sense

An error is born with its facts; `message` is the English template that translations are looked up by.
"""

from __future__ import annotations

from typing import ClassVar

RETRAIN = "Run 'make model' (or 'python -m app train') and start again."


class EightByEightError(Exception):
    """The root of every error this program raises on purpose."""

    code: ClassVar[str] = "internal"
    message: str = "Something went wrong."

    def __init__(self, message: str | None = None, /, **facts: object) -> None:
        self.message = message or type(self).message
        self.facts = facts
        super().__init__(self.message % facts if facts else self.message)


class InputError(EightByEightError):
    """What a visitor sent cannot be read."""


class BadRequest(InputError):
    """The request itself is malformed."""

    code = "bad_request"
    message = "Send one picture: a PNG, JPEG or WebP."


class TooLarge(InputError):
    """More bytes, or more pixels, than the limits; `facts["reason"]`, where there is one, is for the log."""

    code = "too_large"
    message = "That picture is too large. Make it smaller, or send a screenshot of it."


class NotAnImage(InputError):
    """The bytes are no whole, still picture of a kind that is read; `facts["reason"]` tells the log why."""

    code = "not_an_image"
    message = "That is not a picture I can open. Send a whole PNG, JPEG or WebP."


class Blank(InputError):
    """There is no ink on the paper."""

    code = "blank"
    message = "Nothing is drawn yet."


class TooMany(InputError):
    """Past the rate limit; `facts["seconds"]` says how long to wait."""

    code = "too_many"
    message = "Too many drawings at once. Wait %(seconds)s seconds and go on."


class ModelError(EightByEightError):
    """What lies in models/ cannot be trusted."""


class MissingModel(ModelError):
    """A file of the model is not there."""

    message = "The trained model is not complete: %(path)s is missing. " + RETRAIN


class AlteredModel(ModelError):
    """A file's checksum is not the one on the card."""

    message = "The trained model was altered: %(path)s is not the file its card describes. " + RETRAIN


class ForeignModel(ModelError):
    """The model belongs to another version of scikit-learn."""

    message = "The trained model belongs to scikit-learn %(learnt)s, but %(pinned)s is installed. " + RETRAIN


class StaleModel(ModelError):
    """The model learnt by another road from picture to numbers than the one it would be served on."""

    message = "The trained model learnt from pictures prepared in another way than they are now. " + RETRAIN


class SettingError(EightByEightError):
    """An environment variable makes no sense."""

    message = "The setting %(name)s=%(value)s makes no sense: %(reason)s"
