package io.github.gradusml;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What some work allocates, where the JVM counts. */
public final class Allocated {
  private Allocated() {}

  /** The bytes that this thread allocates while it works. */
  public static long by(Runnable work) {
    java.lang.management.ThreadMXBean bean = ManagementFactory.getThreadMXBean();
    assumeTrue(bean instanceof ThreadMXBean);
    ThreadMXBean threads = (ThreadMXBean) bean;
    assumeTrue(threads.isThreadAllocatedMemorySupported());
    assumeTrue(threads.isThreadAllocatedMemoryEnabled());
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    work.run();
    return threads.getThreadAllocatedBytes(thread) - before;
  }
}
