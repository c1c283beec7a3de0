from game.ui.scene import Scene
class ReportsScene(Scene):
    def __init__(self, *a): pass
