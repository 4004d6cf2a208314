package io.trashpong.lobby.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.feed.FeedMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Who reads the feed at this replica. Not thread-safe: its owner is {@link LobbyFeed}. */
final class FeedReaders {
    private static final Logger LOG = Logger.getLogger(FeedReaders.class);

    /** Feeds one player may have open at a replica: his tabs and devices, and some that are about to be seen as broken. */
    static final int MAX_OF_A_PLAYER = 10;

    /** The oldest first. */
    private final Map<String, FeedReader> readers = new LinkedHashMap<>();

    private final Counter tooSlow;

    FeedReaders(MeterRegistry meters) {
        this.tooSlow = meters.counter("trashpong.lobby.feed.too.slow");
        meters.gaugeMapSize("trashpong.lobby.feed.readers", List.of(), readers);
    }

    /** His oldest goes when he has too many. */
    void add(FeedReader reader) {
        var his = readers.values().stream()
                .filter(other -> other.player().id().equals(reader.player().id()))
                .toList();
        if (his.size() >= MAX_OF_A_PLAYER) {
            readers.remove(his.getFirst().id());
            forget(his.getFirst().close(CloseCode.REPLACED));
        }
        readers.put(reader.id(), reader);
    }

    void remove(String readerId) {
        readers.remove(readerId);
    }

    /** His feeds are over, and stay so. */
    void closeAllOf(PlayerId player) {
        readers.values().removeIf(reader -> {
            boolean his = reader.player().id().equals(player);
            if (his) {
                forget(reader.close(CloseCode.TOKEN_BAD_OR_EXPIRED));
            }
            return his;
        });
    }

    void tellAll(List<FeedMessage> news) {
        tell(reader -> true, news);
    }

    /** Who does not keep up is closed, and nobody else waits for him. */
    void tell(Predicate<FeedReader> whom, List<FeedMessage> news) {
        var texts = news.stream().map(TextFrame::encode).toList();
        readers.values().removeIf(reader -> {
            if (!whom.test(reader) || reader.sendDeltas(texts)) {
                return false;
            }
            tooSlow.increment();
            LOG.infof("feed closed connection=%s reason=too-slow", reader.id());
            forget(reader.close(CloseCode.TOO_SLOW));
            return true;
        });
    }

    /** All have to come back, to another replica or for a new list; completes once they were told. */
    Uni<Void> closeAll() {
        var closing = readers.values().stream()
                .map(reader -> reader.close(CloseCode.SERVICE_RESTART))
                .toList();
        readers.clear();
        return closing.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(closing).andCollectFailures().replaceWithVoid();
    }

    private static void forget(Uni<Void> closing) {
        closing.subscribe().with(closed -> {}, failure -> {});
    }
}
