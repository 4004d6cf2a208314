package io.trashpong.harness.operators;

import java.util.List;

/** What every installation of ours holds. Each is shown to fail by a test. */
enum Rule {
    SELECTORS_PICK_PODS,
    PORTS_EXIST,
    BACKENDS_EXIST,
    TRAFFIC_IS_DENIED_BY_DEFAULT,
    VARIABLES_ARE_READ,
    VARIABLES_ARE_GIVEN,
    SECRETS_ARE_DOCUMENTED,
    NO_SECRET_IN_SIGHT,
    PROBES_STAND_APART,
    PODS_ARE_RESTRICTED,
    NO_TOKENS,
    IMAGES_ARE_PINNED,
    RESOURCES_ARE_SET,
    GRACE_SUMS_HOLD,
    ROLLS_WITHOUT_A_GAP,
    DISRUPTIONS_ARE_BUDGETED,
    SCALES_DOWN_ONE_BY_ONE,
    CONNECTIONS_SUFFICE;

    /** A sentence for each violation. */
    List<String> violations(Installation installation) {
        return (switch (this) {
                    case SELECTORS_PICK_PODS -> WiringRules.selectorsPickPods(installation);
                    case PORTS_EXIST -> WiringRules.portsExist(installation);
                    case BACKENDS_EXIST -> WiringRules.backendsExist(installation);
                    case TRAFFIC_IS_DENIED_BY_DEFAULT -> WiringRules.trafficIsDeniedByDefault(installation);
                    case VARIABLES_ARE_READ -> EnvironmentRules.variablesAreRead(installation);
                    case VARIABLES_ARE_GIVEN -> EnvironmentRules.variablesAreGiven(installation);
                    case SECRETS_ARE_DOCUMENTED -> EnvironmentRules.secretsAreDocumented(installation);
                    case NO_SECRET_IN_SIGHT -> EnvironmentRules.noSecretInSight(installation);
                    case PROBES_STAND_APART -> PodRules.probesStandApart(installation);
                    case PODS_ARE_RESTRICTED -> PodRules.podsAreRestricted(installation);
                    case NO_TOKENS -> PodRules.noTokens(installation);
                    case IMAGES_ARE_PINNED -> PodRules.imagesArePinned(installation);
                    case RESOURCES_ARE_SET -> PodRules.resourcesAreSet(installation);
                    case GRACE_SUMS_HOLD -> RollingRules.graceSumsHold(installation);
                    case ROLLS_WITHOUT_A_GAP -> RollingRules.rollsWithoutAGap(installation);
                    case DISRUPTIONS_ARE_BUDGETED -> RollingRules.disruptionsAreBudgeted(installation);
                    case SCALES_DOWN_ONE_BY_ONE -> RollingRules.scalesDownOneByOne(installation);
                    case CONNECTIONS_SUFFICE -> CapacityRules.connectionsSuffice(installation);
                })
                .toList();
    }
}
