package dev.limber.app.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Resolves names in a process that is watched. All are this machine's, so that nothing can leave it; and each that is
 * asked for is noted, so that whoever asks another machine is found out.
 */
public final class NotedNames extends InetAddressResolverProvider {
    /** The property that names the file. */
    static final String FILE = "limber.test.names";

    /** Makes a folder for the class path that lets the process find this. */
    static void announceIn(Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(InetAddressResolverProvider.class.getName()), NotedNames.class.getName());
    }

    static Set<String> read(Path file) throws IOException {
        return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : Set.of();
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new Resolver(Path.of(System.getProperty(FILE)), configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "noted names";
    }

    private record Resolver(Path file, InetAddressResolver usual) implements InetAddressResolver {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            note(host);
            return Stream.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            note(Arrays.toString(address));
            return usual.lookupByAddress(address);
        }

        private synchronized void note(String asked) {
            try {
                Files.writeString(file, asked + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
