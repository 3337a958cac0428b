"""Where CTranslate2 computes: on the processor, or on a graphics card that CUDA reaches."""

from translate_kit.errors import UserError
from translate_kit.messages import _


def usable(device: str) -> str:
    """``"cpu"`` or ``"cuda"``: what was asked for, or for ``"auto"`` what is there.

    Raises UserError where ``"cuda"`` was asked for and can't be had: work that was meant for a
    graphics card should not turn up hours late.
    """
    if device == "cpu":
        return device
    import ctranslate2

    try:
        there = ctranslate2.get_cuda_device_count() > 0
    except RuntimeError:  # a driver too old for it
        there = False
    if not there and device == "cuda":
        raise UserError(
            _("no CUDA device is ready on this machine; use --device cpu, or auto for either")
        )
    return "cuda" if there else "cpu"


def refused(why: object) -> UserError:
    """The error for a card that is there but can't be used, for lack of a library, say."""
    message = _("the CUDA device cannot be used: {why}; use --device cpu")
    return UserError(message.format(why=str(why).strip().replace("\n", " ")))
