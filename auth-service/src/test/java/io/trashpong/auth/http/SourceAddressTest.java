package io.trashpong.auth.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.77, 203.0.113.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64, 2001:db8:1:0:0:0:0:0/48",
        "::ffff:203.0.113.77, 203.0.113.77, 203.0.113.0/24",
    })
    void an_address_is_counted_by_its_network_and_logged_truncated(String text, String counted, String truncated) {
        var source = SourceAddress.parse(text).orElseThrow();
        assertEquals(counted, source.counted());
        assertEquals(truncated, source.truncated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "example.org", "1.2.3.4.5", "1.2.3.4\nevent=login"})
    void what_is_no_address_is_not_looked_up(String text) {
        assertTrue(SourceAddress.parse(text).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8, 127.255.0.1, true",
        "127.0.0.0/8, 128.0.0.1, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "fd00::/8, fdff::1, true",
        "::/0, 10.1.2.3, false",
        "0.0.0.0/0, 10.1.2.3, true",
    })
    void a_subnet_has_what_shares_its_first_bits(String cidr, String address, boolean contained) {
        assertEquals(contained, Subnet.parse(cidr).contains(InetAddress.ofLiteral(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "gateway"})
    void a_subnet_that_is_none_is_not_taken(String cidr) {
        assertThrows(IllegalArgumentException.class, () -> Subnet.parse(cidr));
    }

    @Test
    void a_subnet_may_be_everything() {
        assertTrue(Subnet.parse("::/0").contains(InetAddress.ofLiteral("2001:db8::1")));
    }
}
