package io.trashpong.harness.faults.promise;

import io.trashpong.harness.faults.site.FaultSite;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One stack for all tests of promises, started by the first and stopped after the last: starting takes longer than breaking. */
final class BrokenSite implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(BrokenSite.class);
    private static final long SEED = 1;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(FaultSite.class);
    }

    @Override
    public FaultSite resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(FaultSite.class, _ -> start(), FaultSite.class);
    }

    private static FaultSite start() {
        Path checkout = Path.of("..").toAbsolutePath().normalize();
        var site = FaultSite.in(checkout, Path.of("target/faults").toAbsolutePath(), SEED, System.out::println);
        try {
            site.start();
            return site;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            site.close();
            throw new IllegalStateException("interrupted while starting", e);
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
    }
}
