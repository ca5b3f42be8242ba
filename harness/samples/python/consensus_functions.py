"""The public functions of the consensus chapter that are covered: the exact median, and the approximate epoch."""

import weighted_median
from epoch import epoch

EPOCH = "consensus.epoch"
PARAMETERS = (
    "size",
    "currentBlock",
    "tempo",
    "lastEpochBlock",
    "activityCutoffFactor",
    "lastUpdate",
    "blockAtRegistration",
    "stakeWeights",
    "stakeThreshold",
    "ownerUid",
    "validatorPermits",
    "maxAllowedValidators",
    "weights",
    "bonds",
    "commitBlocks",
    "kappa",
    "bondsPenalty",
    "bondsMovingAverage",
    "yuma3",
    "liquidAlpha",
    "alphaLow",
    "alphaHigh",
    "alphaSigmoidSteepness",
    "emission",
)


def run_epoch(*values):
    return epoch(dict(zip(PARAMETERS, values)))


FUNCTIONS = {
    "consensus.weightedMedian": (weighted_median.exact_median, ("stake", "score", "minority", "total")),
    "consensus.weightedMedianByColumn": (
        weighted_median.exact_medians_by_column,
        ("stake", "scores", "columns", "majority"),
    ),
    EPOCH: (run_epoch, PARAMETERS),
}

APPROXIMATE = [EPOCH]
