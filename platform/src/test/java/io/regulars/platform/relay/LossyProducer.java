package io.regulars.platform.relay;

import io.regulars.platform.wire.Envelope;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;

/** A real producer that loses the facts from one seq to another and says that it did. */
record LossyProducer(long first, long last) {

    @SuppressWarnings("unchecked")
    Producer<byte[], byte[]> over(Producer<byte[], byte[]> real) {
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("send") && loses((ProducerRecord<byte[], byte[]>) arguments[0])) {
                        return CompletableFuture.failedFuture(new TimeoutException("lost on the way"));
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private boolean loses(ProducerRecord<byte[], byte[]> record) {
        long seq = Envelope.seq(record.headers());
        return first <= seq && seq <= last;
    }
}
