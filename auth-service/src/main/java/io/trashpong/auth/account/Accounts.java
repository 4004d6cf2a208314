package io.trashpong.auth.account;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.database.Database;
import io.trashpong.auth.name.PlayerName;
import io.trashpong.auth.password.Password;
import io.trashpong.auth.password.TryKey;
import io.trashpong.protocol.PlayerId;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Accounts come to be, out of nothing or out of a guest, change their password, and go. */
@ApplicationScoped
public class Accounts {
    private final AccountStore store;
    private final PasswordStore passwords;
    private final ExportStore exports;
    private final NewPasswords newPasswords;
    private final PasswordCheck check;

    Accounts(
            AccountStore store,
            PasswordStore passwords,
            ExportStore exports,
            NewPasswords newPasswords,
            PasswordCheck check) {
        this.store = store;
        this.passwords = passwords;
        this.exports = exports;
        this.newPasswords = newPasswords;
        this.check = check;
    }

    /** A new account. Unlike a guest it gets the very name it asks for, or none. */
    public Uni<Outcome<SignedIn>> create(String name, String password) {
        return Database.within(wish(name, password)
                .chain(wish -> store.find(wish.name())
                        .chain(taken -> taken.isPresent()
                                ? refused(new Refusal.NameTaken())
                                : newPasswords
                                        .hash(wish.password(), wish.name())
                                        .chain(outcome -> outcome.chain(hash -> store.create(wish.name(), hash))))));
    }

    /**
     * The guest becomes an account.
     *
     * @param name null to keep his
     */
    public Uni<Outcome<SignedIn>> upgrade(PlayerId guest, @Nullable String name, String password) {
        return Database.within(find(guest)
                .chain(found -> found.chain(holder -> holder.hash().isPresent()
                        ? refused(new Refusal.AccountExists())
                        : upgrade(holder, name, password))));
    }

    private Uni<Outcome<SignedIn>> upgrade(Holder guest, @Nullable String name, String password) {
        return wish(name == null ? guest.name().shown() : name, password)
                .chain(wish -> store.find(wish.name())
                        .chain(bearer -> bearer.filter(other -> !other.id().equals(guest.id()))
                                        .isPresent()
                                ? refused(new Refusal.NameTaken())
                                : newPasswords
                                        .hash(wish.password(), wish.name())
                                        .chain(outcome -> outcome.chain(
                                                hash -> store.upgrade(guest.player(), wish.name(), hash)))));
    }

    private record Wish(PlayerName name, Password password) {}

    private static Outcome<Wish> wish(String name, String password) {
        return Inputs.name(name)
                .then(wanted -> Inputs.newPassword(password).then(secret -> Outcome.done(new Wish(wanted, secret))));
    }

    /**
     * Ends all sessions but the one that it opens.
     *
     * @param source as it is counted
     */
    public Uni<Outcome<SignedIn>> changePassword(PlayerId id, String current, String next, String source) {
        return Database.within(Inputs.newPassword(next)
                .chain(password -> find(id).chain(found -> found.chain(holder -> holder.hash()
                        .map(compared -> {
                            var key = new TryKey(holder.name(), source);
                            return check.check(
                                            key,
                                            holder.hash(),
                                            current,
                                            right -> newPasswords.hashOnWorker(password, holder.name()))
                                    .chain(outcome ->
                                            outcome.chain(hash -> passwords.change(holder, compared, hash, key)));
                        })
                        .orElseGet(() -> refused(new Refusal.AccountNeeded()))))));
    }

    /**
     * Deletes a guest at once, an account only for its password: a user token can be stolen.
     *
     * @param source as it is counted
     * @return who is no more
     */
    public Uni<Outcome<Deleted>> delete(PlayerId id, @Nullable String password, String source) {
        return Database.within(find(id).chain(found -> found.chain(holder -> mayDelete(holder, password, source)
                .chain(outcome -> outcome.chain(allowed -> store.delete(id)
                        .map(was -> was ? Outcome.done(allowed) : Outcome.refused(new Refusal.PlayerGone())))))));
    }

    private Uni<Outcome<Deleted>> mayDelete(Holder holder, @Nullable String password, String source) {
        var deleted = new Deleted(holder.hash().isEmpty());
        return deleted.guest()
                ? Uni.createFrom().item(Outcome.done(deleted))
                : check.check(
                        new TryKey(holder.name(), source),
                        holder.hash(),
                        password == null ? "" : password,
                        right -> Outcome.done(deleted));
    }

    /** @param guest whether he was one */
    public record Deleted(boolean guest) {}

    public Uni<Outcome<Export>> export(PlayerId id) {
        return exports.find(id).map(export -> Outcome.of(export, new Refusal.PlayerGone()));
    }

    private Uni<Outcome<Holder>> find(PlayerId id) {
        return store.find(id).map(holder -> Outcome.of(holder, new Refusal.PlayerGone()));
    }

    private static <T> Uni<Outcome<T>> refused(Refusal refusal) {
        return Uni.createFrom().item(Outcome.refused(refusal));
    }
}
