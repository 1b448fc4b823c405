"""Every rule there is: one file each, one line in this list."""

from cjm.lint import Rule
from cjm.rules.action.opportunity_without_owner import opportunity_without_owner
from cjm.rules.action.pain_without_opportunity import pain_without_opportunity
from cjm.rules.evidence.hypothesis import hypothesis
from cjm.rules.evidence.severe_pain_without_evidence import severe_pain_without_evidence
from cjm.rules.measurement.below_target import below_target
from cjm.rules.moments.moment_of_truth_without_metric import moment_of_truth_without_metric
from cjm.rules.moments.unguarded_moment_of_truth import unguarded_moment_of_truth
from cjm.rules.ownership.moment_of_truth_without_owner import moment_of_truth_without_owner
from cjm.rules.ownership.phase_without_owner import phase_without_owner
from cjm.rules.structure.touchpoint_without_channel import touchpoint_without_channel

ALL_RULES: tuple[Rule, ...] = (
    opportunity_without_owner,
    pain_without_opportunity,
    hypothesis,
    severe_pain_without_evidence,
    below_target,
    moment_of_truth_without_metric,
    unguarded_moment_of_truth,
    moment_of_truth_without_owner,
    phase_without_owner,
    touchpoint_without_channel,
)
