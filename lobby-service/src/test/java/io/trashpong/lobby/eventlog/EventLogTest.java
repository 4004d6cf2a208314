package io.trashpong.lobby.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EventLogTest {
    @Test
    void of_an_address_only_its_network_is_kept() {
        assertEquals("192.168.17.0/24", EventLog.truncated("192.168.17.4:5123"));
        assertEquals("2001:db8:1::/48", EventLog.truncated("2001:db8:1:2::3"));
        assertEquals("2001:db8:1::/48", EventLog.truncated("[2001:db8:1:2::3]:80"));
        assertEquals("-", EventLog.truncated("a line\nof somebody's"));
    }
}
