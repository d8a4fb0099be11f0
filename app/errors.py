"""The tree of named errors.

    EightByEightError                     anything this program says no to
    ├── InputError                        what a visitor sent cannot be read
    │   ├── BadRequest        bad_request   the request itself is malformed
    │   ├── CrossSite         cross_site    another website's page sent it
    │   ├── WrongCode         wrong_code    not the code that leaves the kiosk
    │   ├── TooLarge          too_large     more bytes or pixels than the limits
    │   ├── NotAnImage        not_an_image  the bytes are no whole, still picture
    │   ├── Blank             blank         no ink on the paper
    │   ├── BadExamples       bad_examples  nothing can be learnt from them
    │   ├── NotReady          not_ready     what is asked for is being loaded
    │   ├── TooMany           too_many      past the rate limit
    │   ├── NoMap             no_map        the model that is served has no map
    │   └── NoEvent           no_event      nothing is counted just now
    ├── ModelError                        what lies in models/ cannot be trusted
    │   ├── MissingModel                    a file is not there
    │   ├── AlteredModel                    a file is not as it was written
    │   ├── ForeignModel                    it belongs to another scikit-learn
    │   ├── StaleModel                      it learnt from pictures prepared in another way
    │   ├── UnknownVersion                  no version of that name is there
    │   └── WorseModel                      it reads the notebook's test less well
    ├── TooFewVisitors                      too few to learn from some and ask about others
    ├── StoreAway             store_away    what an event keeps cannot be had just now
    ├── StoreError                        the database cannot be opened
    ├── ForeignArchive                    a file holds no drawings of an event
    └── SettingError                      an environment variable makes no sense

An error is born with its facts; `message` is the English template that translations are looked up by. What a visitor
may be told is a Message: types check that it is marked, and so found by `make translations`.
"""

from typing import ClassVar, NewType

Message = NewType("Message", str)  # a sentence that has translations
N_ = Message  # gettext's usual mark: Babel collects what stands in it

RETRAIN = f"Run 'make model' (or 'python -m {__package__} train') and start again."


class EightByEightError(Exception):
    """The root of every error this program raises on purpose."""

    code: ClassVar[str] = "internal"
    message: str = N_("Something went wrong.")

    def __init__(self, message: str | None = None, /, **facts: object) -> None:
        self.message = message or type(self).message
        self.facts = facts
        super().__init__(self.message % facts if facts else self.message)


class InputError(EightByEightError):
    """What a visitor sent cannot be read."""

    message: Message

    def __init__(self, message: Message | None = None, /, **facts: object) -> None:
        super().__init__(message, **facts)


class BadRequest(InputError):
    """The request itself is malformed."""

    code = "bad_request"
    message = N_("Send one picture: a PNG, JPEG or WebP.")


class CrossSite(InputError):
    """Another website's page sent it."""

    code = "cross_site"
    message = N_("That came from another website. Open this site itself and draw there.")


class WrongCode(InputError):
    """It is not the code that leaves the kiosk."""

    code = "wrong_code"
    message = N_("That is not the code.")


class TooLarge(InputError):
    """More bytes, or more pixels, than the limits; `facts["reason"]`, where there is one, is for the log."""

    code = "too_large"
    message = N_("That picture is too large. Make it smaller, or send a screenshot of it.")


class NotAnImage(InputError):
    """The bytes are no whole, still picture of a kind that is read; `facts["reason"]` tells the log why."""

    code = "not_an_image"
    message = N_("That is not a picture I can open. Send a whole PNG, JPEG or WebP.")


class Blank(InputError):
    """There is no ink on the paper."""

    code = "blank"
    message = N_("Nothing is drawn yet.")


class BadExamples(InputError):
    """Nothing can be learnt from them."""

    code = "bad_examples"
    message = N_("I cannot learn from that.")


class NotReady(InputError):
    """What is asked for is being loaded; `facts["seconds"]` says how long to wait."""

    code = "not_ready"
    message = N_("I am waking up. Ask again in %(seconds)s seconds.")


class TooMany(InputError):
    """Past the rate limit; `facts["seconds"]` says how long to wait."""

    code = "too_many"
    message = N_("Too many drawings at once. Wait %(seconds)s seconds and go on.")


class NoMap(InputError):
    """The model that is served has no map of the digits."""

    code = "no_map"
    message = N_("There is no map of the digits here.")


class NoEvent(InputError):
    """Nothing is counted or kept just now."""

    code = "no_event"
    message = N_("No event is on, so nothing is counted. Draw on.")


class StoreAway(EightByEightError):
    """What an event keeps cannot be had, or not be changed, just now; `facts["reason"]` is for the log."""

    code = "store_away"
    message = N_("I cannot keep that just now. Draw on, and try again in a moment.")


class StoreError(EightByEightError):
    """The database of the events cannot be opened at the start."""

    message = "The database %(place)s cannot be opened: %(reason)s"


class ForeignArchive(EightByEightError):
    """A file that is to be brought in was not written by an export."""

    message = "%(path)s holds no drawings of an event that can be brought in: %(reason)s"


class ModelError(EightByEightError):
    """What lies in models/ cannot be trusted."""


class MissingModel(ModelError):
    """A file of the model is not there."""

    message = "The trained model is not complete: %(path)s is missing. " + RETRAIN


class AlteredModel(ModelError):
    """A file's checksum is not the one on the card, or the card itself makes no sense."""

    message = "The trained model was altered: %(path)s is not as it was written. " + RETRAIN


class ForeignModel(ModelError):
    """The model belongs to another version of scikit-learn."""

    message = "The trained model belongs to scikit-learn %(learnt)s, but %(pinned)s is installed. " + RETRAIN


class StaleModel(ModelError):
    """The model learnt from pictures prepared in another way than they are now."""

    message = "The trained model learnt from pictures prepared in another way than they are now. " + RETRAIN


class UnknownVersion(ModelError):
    """No version of the model has this name."""

    message = "There is no version %(name)s of the model: '" + f"python -m {__package__} models' lists them."


class WorseModel(ModelError):
    """A version reads the notebook's test less well than the program's own model, by more than chance allows for."""

    message = (
        "Version %(name)s reads %(after).4f of the notebook's test right, not %(before).4f: it is not made active."
    )


class TooFewVisitors(EightByEightError):
    """There are too few visitors to learn from some and to ask about the others."""

    message = "Kept drawings are from %(n)s visitors: too few to learn from some and ask about the others."


class SettingError(EightByEightError):
    """An environment variable makes no sense."""

    message = "The setting %(name)s=%(value)s makes no sense: %(reason)s"
