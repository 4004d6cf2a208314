package io.trashpong.harness.operators;

import java.nio.file.Path;
import java.util.List;

/** What can be installed: the overlays, and a base with the components that no overlay of ours has. */
enum Overlay {
    LOCAL,
    PRODUCTION,
    AUTOSCALED_WITHOUT_KEDA;

    static final Path CHECKOUT = Path.of("..");
    private static final Path K8S = CHECKOUT.resolve("k8s");

    /** A fresh copy at each call. */
    Installation render() {
        return new Installation(
                switch (this) {
                    case LOCAL -> Kustomization.render(K8S.resolve("overlays/local"));
                    case PRODUCTION -> Kustomization.render(K8S.resolve("overlays/production"));
                    case AUTOSCALED_WITHOUT_KEDA ->
                        Kustomization.render(
                                K8S.resolve("base"),
                                List.of(K8S.resolve("components/cnpg"), K8S.resolve("components/hpa")));
                });
    }
}
