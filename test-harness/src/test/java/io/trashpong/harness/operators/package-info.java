/** What operators are given: the Kubernetes files, the compose file, dashboards, alerts and the runbook. */
@NullMarked
package io.trashpong.harness.operators;

import org.jspecify.annotations.NullMarked;
