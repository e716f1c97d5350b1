package org.activitysummary.evaluation.caller;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import javax.net.SocketFactory;

/** Makes sockets that count what passes; named in the driver's {@code socketFactory} property. */
public final class CountingSocketFactory extends SocketFactory {

  /** {@code SSLRequest} and {@code GSSENCRequest}: length 8, then one of these codes. */
  private static final int SSL_REQUEST = 80877103;

  private static final int GSS_ENCRYPTION_REQUEST = 80877104;
  private static final int ENCRYPTION_REQUEST_LENGTH = 8;

  /** Called by the driver. */
  public CountingSocketFactory() {}

  @Override
  public Socket createSocket() {
    return new CountingSocket();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw onlyUnconnected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw onlyUnconnected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw onlyUnconnected();
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
    throw onlyUnconnected();
  }

  private static UnsupportedOperationException onlyUnconnected() {
    return new UnsupportedOperationException("The driver asks for unconnected sockets only");
  }

  private static final class CountingSocket extends Socket {

    private final WireTraffic traffic = WireTraffic.OF_THIS_PROCESS;
    private final MessageCounter messages = new MessageCounter(traffic);

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          int count = in.read(buffer, offset, length);
          if (count > 0) {
            traffic.addReceived(count);
            messages.accept(buffer, offset, count);
          }
          return count;
        }
      };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(int single) throws IOException {
          write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
          if (isEncryptionRequest(buffer, offset, length)) {
            messages.expectEncryptionAnswer();
          }
          traffic.addSent(length);
          out.write(buffer, offset, length);
        }
      };
    }

    private static boolean isEncryptionRequest(byte[] buffer, int offset, int length) {
      if (length != ENCRYPTION_REQUEST_LENGTH) {
        return false;
      }
      ByteBuffer message = ByteBuffer.wrap(buffer, offset, length);
      if (message.getInt() != ENCRYPTION_REQUEST_LENGTH) {
        return false;
      }
      int code = message.getInt();
      return code == SSL_REQUEST || code == GSS_ENCRYPTION_REQUEST;
    }
  }
}
