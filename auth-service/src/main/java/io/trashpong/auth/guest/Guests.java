package io.trashpong.auth.guest;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.name.PlayerName;
import io.trashpong.auth.session.RefreshToken;
import io.trashpong.protocol.Player;
import jakarta.enterprise.context.ApplicationScoped;

/** Whoever tells a name is a guest; there is nothing else to show, so nobody ever gets an identity that another has. */
@ApplicationScoped
public class Guests {
    private final GuestStore store;

    Guests(GuestStore store) {
        this.store = store;
    }

    /** What became of the wish to be a guest. */
    public sealed interface Creation {}

    /** @param player with his name or, when that was in use, with a number behind it */
    public record Created(Player player, RefreshToken refresh) implements Creation {}

    public record NameRefused(PlayerName.Reason reason) implements Creation {}

    /** So many bear this name that no short number is left. */
    public record NameExhausted() implements Creation {}

    public Uni<Creation> create(String wish) {
        return switch (PlayerName.parse(wish)) {
            case PlayerName.Refused(var reason) -> Uni.createFrom().item(new NameRefused(reason));
            case PlayerName.Accepted(var name) -> create(name);
        };
    }

    private Uni<Creation> create(PlayerName name) {
        var refresh = RefreshToken.random();
        return store.create(name, refresh)
                .map(created -> created.<Creation>map(player -> new Created(player, refresh))
                        .orElseGet(NameExhausted::new));
    }
}
