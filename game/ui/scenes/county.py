from game.ui.scene import Scene
class CountyScene(Scene):
    def __init__(self, *a): pass
