package io.github.gradusml.plot;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import javax.swing.Icon;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** Draws as large as a window is. */
record Window(Drawing drawing, int width, int height) implements Icon {
  void show() {
    if (GraphicsEnvironment.isHeadless()) {
      throw new IllegalStateException(
          "there is no display to show a window on; save(Path) writes the picture to a file");
    }
    SwingUtilities.invokeLater(
        () -> {
          JFrame window = new JFrame(drawing.title());
          window.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
          window.add(new JLabel(this));
          window.pack();
          window.setLocationByPlatform(true);
          window.setVisible(true);
        });
  }

  @Override
  public void paintIcon(Component window, Graphics g, int x, int y) {
    Graphics2D copy = (Graphics2D) g.create();
    drawing.draw(new RasterCanvas(copy), window.getWidth(), window.getHeight());
    copy.dispose();
  }

  @Override
  public int getIconWidth() {
    return width;
  }

  @Override
  public int getIconHeight() {
    return height;
  }
}
