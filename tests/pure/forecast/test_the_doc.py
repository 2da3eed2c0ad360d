"""What docs/forecast.md shows as a configuration is one, and is the preset it claims to be."""

import re
from pathlib import Path

from raadhus.pure.forecast import published
from raadhus.pure.forecast.model import Model, Step, Women

DOC = Path(__file__).resolve().parents[3] / "docs" / "forecast.md"


def shown(name: str) -> Model:
    block = next(b for b in re.findall(r"```python\n(Model\(.*?)```", DOC.read_text("utf-8"), re.S) if f'"{name}"' in b)
    return eval(block, {"Model": Model, "Step": Step, "Women": Women})


def test_the_two_worked_readings_are_the_presets():
    for name, preset in (("London", published.LONDON), ("Preston", published.PRESTON)):
        model = shown(name)
        assert (model.steps, model.women, model.width) == (preset.steps, preset.women, preset.width)
        assert (model.out_cap, model.mortality, model.negative) == (preset.out_cap, preset.mortality, preset.negative)


def test_every_preset_is_in_the_table():
    names = [name for name, value in vars(published).items() if isinstance(value, Model)]
    text = DOC.read_text("utf-8")
    assert [name for name in names if f"`{name}`" not in text] == []


def test_every_choice_of_a_step_and_a_model_is_told():
    text = DOC.read_text("utf-8")
    fields = [*Step.__dataclass_fields__, *Model.__dataclass_fields__, *Women.__dataclass_fields__]
    untold = [name for name in fields if name not in ("name", "kind", "steps") and name not in text]
    assert untold == []
