"""Journeys × libraries → a project: ids and names, benchmarks, ways through a journey."""

from cjm.project.resolve import Project, resolve

__all__ = ["Project", "resolve"]
