"""Compiles the templates into a wheel, so that no user waits for it.

In: `templates/`. Out: `cjm/_templates/` in the wheel, with the templates as Python
modules and the files beside them as they are. An editable install reads `templates/`
itself. Needs nothing but hatchling and Jinja2.
"""

import shutil
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import jinja2
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TemplatesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled templates to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile them into a folder of their own, so that the checkout stays as it is."""
        if self.target_name != "wheel" or version == "editable":
            return
        self.compiled = mkdtemp(prefix="cjm-templates-")
        compile_templates(Path(self.root), Path(self.compiled))
        build_data["force_include"][self.compiled] = "cjm/_templates"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clear away."""
        if hasattr(self, "compiled"):
            shutil.rmtree(self.compiled, ignore_errors=True)


def compile_templates(root: Path, target: Path) -> None:
    """What `cjm.templating` reads in an installed package; the same bytes for the same templates."""
    sources = root / "templates"
    loader = jinja2.FileSystemLoader(sources)
    _templating(root).environment(loader).compile_templates(
        target, filter_func=lambda name: name.endswith(".j2"), zip=None, ignore_errors=False
    )
    # Their texts too: `cjm templates eject` gives them away.
    for plain in sorted(path for path in sources.rglob("*") if path.is_file()):
        copy = target / plain.relative_to(sources)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(plain, copy)


def _templating(root: Path) -> Any:
    """`cjm.templating` by its file: `cjm` and what it needs aren't installed here."""
    spec = spec_from_file_location("templating", root / "cjm" / "templating.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
