from game.ui.scene import Scene
class WhyScene(Scene):
    def __init__(self, *a): pass
