package io.trashpong.lobby.feed;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.config.LobbyConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** A browser names the page's origin and opens a WebSocket for any page; only ours may. Without one it is no browser. */
@ApplicationScoped
class OriginCheck implements HttpUpgradeCheck {
    private static final int FORBIDDEN = 403;

    private final Set<String> origins;

    OriginCheck(LobbyConfig config) {
        this.origins = config.origins();
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        var named = context.httpRequest().headers().getAll(HttpHeaderNames.ORIGIN);
        return origins.containsAll(named) ? CheckResult.permitUpgrade() : CheckResult.rejectUpgrade(FORBIDDEN);
    }
}
