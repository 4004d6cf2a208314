package io.trashpong.harness.load;

import io.trashpong.bus.OrderedTopic;
import io.trashpong.bus.ReplicaId;
import org.jspecify.annotations.Nullable;

/** Sends over the bus as long as fewer than so many frames are on their way. On the event loop only. */
final class WindowedSender implements OrderedTopic.Listener {
    private final ReplicaId to;
    private final BusFrames frames;
    private final int window;
    private @Nullable OrderedTopic topic;
    private long sent;
    private long acknowledged;

    WindowedSender(ReplicaId to, BusFrames frames, int window) {
        this.to = to;
        this.frames = frames;
        this.window = window;
    }

    void begin(OrderedTopic over) {
        topic = over;
        send();
    }

    @Override
    public void received(ReplicaId from, byte[] acknowledgement) {
        acknowledged += BusPeer.ACK_EVERY;
        send();
    }

    @Override
    public void gap(ReplicaId from) {
        System.err.println("acknowledgements are lost");
    }

    private void send() {
        OrderedTopic open = topic;
        if (open != null) {
            for (; sent - acknowledged < window; sent++) {
                open.send(to, frames.next());
            }
        }
    }
}
