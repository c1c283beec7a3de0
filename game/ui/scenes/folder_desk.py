from game.ui.scene import Scene
class FolderScene(Scene):
    def __init__(self, *a): pass
