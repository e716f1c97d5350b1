package org.activitysummary.evaluation.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A network that can stall: forwards between loopback sockets, and at a word stops to, without
 * closing anything.
 */
final class StallingProxy implements AutoCloseable {

  private static final int BUFFER_BYTES = 4096;

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int serverPort;
  private final List<Link> links = new CopyOnWriteArrayList<>();
  private final AtomicLong answerBytes = new AtomicLong();
  private volatile long mostAnswerBytes = Long.MAX_VALUE;

  /** Two sockets and whether bytes still pass. */
  private static final class Link {
    private final Socket client;
    private final Socket server;
    private volatile boolean stalled;

    private Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    private void close() {
      try (client;
          server) {
        stalled = true;
      } catch (IOException e) {
        // Closed is closed.
      }
    }
  }

  StallingProxy(int serverPort) throws IOException {
    this.serverPort = serverPort;
    daemon(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Nothing more passes on the connections there are; new ones work. */
  void stall() {
    links.forEach(link -> link.stalled = true);
  }

  /** The connections there are stall when so many more bytes came from the server. */
  void stallAfter(long bytes) {
    mostAnswerBytes = answerBytes.get() + bytes;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    links.forEach(Link::close);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        Link link = new Link(client, server);
        links.add(link);
        daemon(() -> forward(link, client, server, false));
        daemon(() -> forward(link, server, client, true));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void forward(Link link, Socket from, Socket to, boolean answers) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (answers && answerBytes.addAndGet(read) > mostAnswerBytes) {
          mostAnswerBytes = Long.MAX_VALUE;
          stall();
        }
        while (link.stalled && !to.isClosed()) {
          Thread.sleep(10);
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException | InterruptedException e) {
      // One side is gone, and so is the other.
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "stalling-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
