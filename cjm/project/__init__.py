"""Journeys × libraries → a project: ids and names, benchmarks, ways through a journey and on."""

from cjm.project.resolve import Project, resolve

__all__ = ["Project", "resolve"]
