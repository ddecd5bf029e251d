package io.regulars.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.process.NotStarted;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void a_taken_port_is_one_sentence_with_its_option() throws Exception {
        Ports ports = Ports.free();
        int gateway = ports.http(ServiceName.GATEWAY);
        try (ServerSocket other = new ServerSocket(gateway, 1, InetAddress.getLoopbackAddress())) {
            NotStarted refused = assertThrows(NotStarted.class, ports::refuseTaken);

            assertEquals(
                    "Port " + other.getLocalPort() + ", wanted for gateway, is taken;"
                            + " choose another with --gateway-port, or move all with --port-offset.",
                    refused.getMessage());
        }
    }

    @Test
    void an_offset_moves_every_port() {
        Ports moved = Ports.movedBy(100);

        assertEquals(8180, moved.http(ServiceName.GATEWAY));
        assertEquals(9181, moved.management(ServiceName.CRM));
        assertEquals(5533, moved.postgres());
        assertEquals(9193, moved.kafka());
        assertEquals(2625, moved.smtp());
    }

    @Test
    void no_two_parts_want_the_same_port() {
        var ports = Ports.movedBy(0).all().stream().map(Ports.Taken::port).toList();

        assertTrue(ports.stream().distinct().count() == ports.size(), ports.toString());
    }
}
