package io.trashpong.bus;

/** This replica's own sign of life: when a beat is due, it goes with the next statement, behind the frames it speaks of. */
final class Heartbeat implements Outlet {
    private final OrderedTraffic ordered;
    private final Peers peers;
    private boolean due;

    Heartbeat(OrderedTraffic ordered, Peers peers) {
        this.ordered = ordered;
        this.peers = peers;
    }

    void makeDue() {
        due = true;
        ordered.forgetRingsExcept(peers.listHeardWithin(BusLimits.RING_KEPT));
    }

    /** Takes no regard of {@link NotifyBatch#hasRoom}: under load, life must be heard all the more. */
    @Override
    public void drainTo(NotifyBatch batch) {
        if (due) {
            due = false;
            batch.add(Channels.ALL, new Frame.Beat(ordered.lastSent()));
        }
    }

    @Override
    public void uncertain() {
        due = true;
    }
}
